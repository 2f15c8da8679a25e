namespace Trellis.Server.Console.Keys.Aerostack;

/// <summary>The keys of a project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record ProjectKeysModel(CurrentProject Project, IReadOnlyList<ProjectKey> Keys);
