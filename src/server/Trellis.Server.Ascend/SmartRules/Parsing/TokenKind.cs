namespace Trellis.Server.Ascend.SmartRules.Parsing;

/// <summary>The kinds of words in an expression.</summary>
internal enum TokenKind
{
    /// <summary>Nothing more.</summary>
    End,

    /// <summary>A name or a keyword.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A sign or two: an operator, a parenthesis, a comma.</summary>
    Symbol,

    /// <summary>Something that no expression has; the token's text says what is wrong.</summary>
    Invalid,
}
