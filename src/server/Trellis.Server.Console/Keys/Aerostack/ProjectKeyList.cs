namespace Trellis.Server.Console.Keys.Aerostack;

/// <summary>The answer of <c>/v1/projects/keys</c>.</summary>
/// <param name="Keys">The keys.</param>
internal sealed record ProjectKeyList(IReadOnlyList<ProjectKey> Keys);
