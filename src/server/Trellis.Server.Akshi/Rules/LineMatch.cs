namespace Trellis.Server.Akshi.Rules;

/// <summary>A line that a rule matched.</summary>
/// <param name="Rule">The rule's index.</param>
/// <param name="Line">The line's index in the text that was searched, from 0.</param>
/// <param name="Start">Where the line begins, in characters.</param>
/// <param name="Length">How long it is, without its end.</param>
internal readonly record struct LineMatch(int Rule, int Line, int Start, int Length);
