using System.Text.Json.Nodes;

namespace Trellis.Aerostack;

/// <summary>A text to be found later. Contract section 2.2.5.</summary>
/// <param name="Content">The text.</param>
/// <param name="Type">What kind of text it is.</param>
/// <param name="Id">Its id; a text that is there with it is replaced. <see langword="null"/> for one of the server's making.</param>
/// <param name="Metadata">What is kept with it; <see langword="null"/> for nothing.</param>
public sealed record SearchDocument(string Content, string Type, string? Id = null, JsonObject? Metadata = null);
