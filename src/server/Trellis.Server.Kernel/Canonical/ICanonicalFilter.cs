namespace Trellis.Server.Kernel.Canonical;

/// <summary>Changes strings and hides members while a value is written in canonical form.</summary>
internal interface ICanonicalFilter
{
    /// <summary>The text that takes the place of a hidden member's value.</summary>
    string Mask { get; }

    /// <summary>Whether the value of a member is hidden because of its name.</summary>
    bool Hides(string memberName, System.Text.Json.JsonTokenType valueType);

    /// <summary>The text to write for a string or a member's name; the same one when there is nothing to change.</summary>
    string Rewrite(string text);
}
