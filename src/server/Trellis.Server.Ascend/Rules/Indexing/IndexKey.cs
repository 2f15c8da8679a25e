namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>What an action must have for a rule to be looked at: a text in a field, or how that text begins.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">The text, in lower case.</param>
/// <param name="IsPrefix">Whether the field only has to begin with it.</param>
internal readonly record struct IndexKey(RuleField Field, string Text, bool IsPrefix);
