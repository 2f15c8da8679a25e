using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary>Files as they are printed.</summary>
/// <param name="Objects">The files.</param>
/// <param name="Truncated">Whether there are more.</param>
internal sealed record PrintedFiles(IReadOnlyList<StorageObject> Objects, bool Truncated);
