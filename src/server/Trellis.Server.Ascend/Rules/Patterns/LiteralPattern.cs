namespace Trellis.Server.Ascend.Rules.Patterns;

/// <summary>One text.</summary>
internal sealed class LiteralPattern(string text) : TextPattern
{
    private readonly string _text = text.ToLowerInvariant();

    /// <inheritdoc/>
    public override string Literal => _text;

    /// <inheritdoc/>
    public override bool Matches(string lowerCaseText) => lowerCaseText == _text;

    /// <inheritdoc/>
    public override bool MayOverlap(TextPattern other) => other.Matches(_text);
}
