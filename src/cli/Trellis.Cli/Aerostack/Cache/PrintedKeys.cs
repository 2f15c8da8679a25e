namespace Trellis.Cli.Aerostack.Cache;

/// <summary>Keys as they are printed.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Truncated">Whether there are more.</param>
internal sealed record PrintedKeys(IReadOnlyList<PrintedKey> Keys, bool Truncated);
