namespace Trellis.Akshi;

/// <summary>A package to be published. Contract section 2.11.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version, as Semantic Versioning has it. One that is there is refused.</param>
/// <param name="Description">What it is.</param>
/// <param name="Wasm">
/// Its module, from where the stream stands. The stream stays open, and must not be used until the call is over. It is sent as it is read,
/// once.
/// </param>
public sealed record PackageUpload(string Id, string Version, string Description, Stream Wasm)
{
    /// <summary>The name of the module's file.</summary>
    /// <value><see langword="null"/>: the id and <c>.wasm</c>.</value>
    public string? FileName { get; init; }
}
