namespace Trellis.Server.Ascend.Content;

/// <summary>Which checks a parameter's text goes through, beside the search for sensitive data.</summary>
[Flags]
internal enum TextKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The check of prompts.</summary>
    Prompt = 1,

    /// <summary>The check of commands and code.</summary>
    Code = 2,
}
