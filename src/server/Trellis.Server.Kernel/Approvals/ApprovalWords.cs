using System.Collections.Frozen;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The words of an enumeration as the store has them: its names in lower case.</summary>
internal static class ApprovalWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => value.ToString().ToLowerInvariant());

    private static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(T value) => Words[value];

    public static T Parse(string word) => Values[word];
}
