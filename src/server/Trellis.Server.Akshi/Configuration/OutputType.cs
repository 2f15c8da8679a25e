namespace Trellis.Server.Akshi.Configuration;

/// <summary>What a member of an answer is.</summary>
internal enum OutputType
{
    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>integer</c>.</summary>
    Integer,

    /// <summary><c>number</c>.</summary>
    Number,

    /// <summary><c>boolean</c>.</summary>
    Boolean,

    /// <summary><c>array</c>, of anything.</summary>
    List,

    /// <summary><c>object</c>, with anything in it.</summary>
    Mapping,
}
