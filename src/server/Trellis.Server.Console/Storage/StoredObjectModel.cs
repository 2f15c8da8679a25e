using System.Text.Json;

namespace Trellis.Server.Console.Storage;

/// <summary>What the page of one file shows.</summary>
/// <param name="File">The file.</param>
/// <param name="Metadata">What is known of it, as Aerostack answers it.</param>
internal sealed record StoredObjectModel(StoredObject File, JsonElement Metadata);
