namespace Trellis.Server.Akshi.Toml;

/// <summary>What made a table. No table is defined twice.</summary>
internal enum TomlTableOrigin
{
    /// <summary>The header of a table below it; its own header may still come.</summary>
    Implied,

    /// <summary>Its own header.</summary>
    Header,

    /// <summary>A dotted key: further dotted keys may add to it, and headers may add tables below it.</summary>
    DottedKey,

    /// <summary>Braces: nothing may add to it.</summary>
    Inline,
}
