namespace Trellis.Server.Aerostack.Search;

/// <summary>A text to be found again.</summary>
/// <param name="Id">Its id within the project.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Content">The text.</param>
/// <param name="Metadata">What the caller keeps with it: a JSON object.</param>
internal sealed record Document(string Id, string Type, string Content, string Metadata);
