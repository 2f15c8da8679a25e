namespace Trellis.Server.Ascend.SmartRules.Parsing;

/// <summary>A word of an expression.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Text">The word; of a text, what is between the quotes.</param>
/// <param name="Position">Where it begins, from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is a keyword, in any case.</summary>
    public bool IsKeyword(string keyword) => Kind is TokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a sign.</summary>
    public bool IsSymbol(string symbol) => Kind is TokenKind.Symbol && Text == symbol;

    /// <summary>How to name it to a person.</summary>
    public string Description => Kind switch
    {
        TokenKind.End => "the end of the expression",
        TokenKind.Text => $"the text '{Text}'",
        _ => $"'{Text}'",
    };
}
