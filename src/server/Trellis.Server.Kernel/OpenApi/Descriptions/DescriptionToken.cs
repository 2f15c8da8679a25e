namespace Trellis.Server.Kernel.OpenApi;

/// <summary>A piece of a file of descriptions.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word, the content of a quotation, or a sign.</param>
/// <param name="Line">Where it stands, from 1.</param>
internal readonly record struct DescriptionToken(DescriptionTokenKind Kind, string Text, int Line);
