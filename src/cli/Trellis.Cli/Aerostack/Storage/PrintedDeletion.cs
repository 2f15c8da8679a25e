namespace Trellis.Cli.Aerostack.Storage;

/// <summary>Which files are gone.</summary>
internal sealed record PrintedDeletion(IReadOnlyList<string> Deleted);
