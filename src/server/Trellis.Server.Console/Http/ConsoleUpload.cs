namespace Trellis.Server.Console.Http;

/// <summary>A form with a file. The file is read from the connection, once, and is not kept anywhere before that.</summary>
/// <param name="Fields">The fields before the file.</param>
/// <param name="FileName">What the browser calls the file; empty when none was chosen.</param>
/// <param name="ContentType">What the browser takes it for; null when it does not say.</param>
/// <param name="Content">The bytes.</param>
internal sealed record ConsoleUpload(IReadOnlyDictionary<string, string> Fields, string FileName, string? ContentType, Stream Content)
{
    /// <summary>A field of the form, trimmed; empty when there is none.</summary>
    public string Field(string name) => Fields.TryGetValue(name, out var value) ? value.Trim() : "";
}
