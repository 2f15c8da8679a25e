namespace Trellis.Server.Console.Keys.Aerostack;

/// <summary>The keys of a project.</summary>
/// <param name="Keys">Its keys.</param>
internal sealed record ProjectKeysModel(IReadOnlyList<ProjectKey> Keys);
