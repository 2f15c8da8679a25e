namespace Trellis.Server.Akshi.Tasks;

/// <summary>What became of a step that a task was to take.</summary>
/// <param name="Task">The task as it is now; null when there is none.</param>
/// <param name="IsDone">Whether it took the step; if not, it stands where the step cannot be taken.</param>
internal readonly record struct TaskMove(AgentTask? Task, bool IsDone);
