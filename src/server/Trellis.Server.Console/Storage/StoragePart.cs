namespace Trellis.Server.Console.Storage;

/// <summary>A part of the files, as Aerostack answers it.</summary>
/// <param name="Objects">The files, by key.</param>
/// <param name="Truncated">Whether there are more.</param>
/// <param name="Cursor">Where the next part begins.</param>
internal sealed record StoragePart(IReadOnlyList<StoredObject> Objects, bool Truncated, string? Cursor);
