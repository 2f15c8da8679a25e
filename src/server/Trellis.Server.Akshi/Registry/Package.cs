using System.Text.Json;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Registry;

/// <summary>A published version of a package (contract, section 2.11).</summary>
/// <param name="Id">The package.</param>
/// <param name="Version">The version, as <see cref="SemanticVersion"/> reads it.</param>
/// <param name="Description">One line.</param>
/// <param name="Size">The length of the module in bytes.</param>
/// <param name="Checksum"><c>sha256:</c> and the hash of the module.</param>
/// <param name="BlobId">Where the module is.</param>
/// <param name="PublishedAt">When it was published.</param>
internal sealed record Package(
    string Id, string Version, string Description, long Size, string Checksum, string BlobId, DateTimeOffset PublishedAt)
{
    /// <summary>Writes the members of the wire.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("id"u8, Id);
        json.WriteString("version"u8, Version);
        json.WriteString("description"u8, Description);
        json.WriteNumber("wasm_size_bytes"u8, Size);
        json.WriteTime("published_at"u8, PublishedAt);
        json.WriteString("checksum"u8, Checksum);
    }
}
