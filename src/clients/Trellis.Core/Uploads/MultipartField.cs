namespace Trellis;

/// <summary>A field of a form that is text.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">Its text.</param>
internal readonly record struct MultipartField(string Name, string Value);
