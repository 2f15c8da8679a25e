using System.Text.Json.Nodes;

namespace Trellis.Aerostack;

/// <summary>What a text is to become. Contract section 2.2.5.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">The new text.</param>
/// <param name="Type">The new kind; <see langword="null"/> leaves it as it is.</param>
/// <param name="Metadata">What is kept with it, in place of what was; <see langword="null"/> leaves it as it is.</param>
public sealed record SearchDocumentChange(string Id, string Content, string? Type = null, JsonObject? Metadata = null);
