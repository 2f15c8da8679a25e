using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Tasks;

/// <summary>An <see cref="A2ATaskList"/> as it is printed.</summary>
internal sealed record PrintedTasks(IReadOnlyList<A2ATask> Tasks);
