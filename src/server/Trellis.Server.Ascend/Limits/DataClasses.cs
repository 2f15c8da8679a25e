using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Limits;

/// <summary>The classes of data that limits speak of (contract, section 6.9).</summary>
internal static class DataClasses
{
    private static readonly string[] Words = ["public", "internal", "confidential", "pii", "phi", "pci", "financial", "secret"];

    /// <summary>Reads a list of classes; empty when it is missing.</summary>
    public static IReadOnlyList<string> Read(Fields fields, string name)
    {
        var given = fields.OptionalTexts(name, Words.Length) ?? [];
        var known = new List<string>(given.Count);
        foreach (var text in given)
        {
            if (Find(text) is { } word)
                known.Add(word);
            else
                fields.Errors.Add(name, $"must hold only {string.Join(", ", Words)}");
        }

        return known;
    }

    /// <summary>The class of a text; null when it is none.</summary>
    public static string? Find(string text) =>
        Array.Find(Words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
}
