using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Documentation.Tests.Snippets;

/// <summary>A piece of C# on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">Where it begins, from 1 on.</param>
/// <param name="Code">The code.</param>
internal sealed partial record Snippet(string Page, int Line, string Code)
{
    /// <summary>The pieces of a page.</summary>
    public static IEnumerable<Snippet> Of(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, page));
        for (var begin = 0; begin < lines.Length; begin++)
        {
            if (lines[begin] != "```csharp")
                continue;

            var end = Array.IndexOf(lines, "```", begin);
            yield return new Snippet(page, begin + 1, string.Join('\n', lines[(begin + 1)..end]));
            begin = end;
        }
    }

    /// <summary>
    /// A program that holds the piece: what it declares for a class stands in one, and its statements in methods. Where it shows several ways to make one thing,
    /// each has a method of its own.
    /// </summary>
    public string ToProgram()
    {
        // Dots stand for whatever a reader puts there; inside of a text they are part of it.
        var code = Code.Replace(" …", " ;", StringComparison.Ordinal);
        var lines = code.Split('\n');
        var usings = lines.Where(static line => Directive().IsMatch(line)).ToList();
        var members = lines.Where(static line => line.StartsWith("private ", StringComparison.Ordinal)).ToList();
        var methods = Methods(lines.Where(line => !usings.Contains(line) && !members.Contains(line)));
        return $$"""
            {{string.Join('\n', usings.Count > 0 ? usings : DefaultUsings)}}

            sealed class Shown : Surroundings
            {
                {{string.Join('\n', members)}}

            {{string.Join("\n\n", methods.Select(static (method, number) => string.Create(
                CultureInfo.InvariantCulture, $"    async Task Do{number}()\n    {{\n{method}\n    ;}}")))}}
            }
            """;
    }

    /// <summary>Where it is.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page}:{Line}");

    // The pages say in their first lines which package they are about.
    private IEnumerable<string> DefaultUsings => Page switch
    {
        _ when Page.EndsWith("extensions-ai.md", StringComparison.Ordinal) || Page.Contains("Extensions.AI", StringComparison.Ordinal) =>
            ["using Microsoft.Extensions.AI;", "using Trellis.Extensions.AI;"],
        _ when Page.EndsWith("testing.md", StringComparison.Ordinal) => ["using Trellis.Askii;", "using Trellis.Testing;"],
        _ when Page.Contains("Redis", StringComparison.Ordinal) => ["using Trellis.Caching.Redis;"],
        _ => ["using Trellis.Aerostack;", "using Trellis.Akshi;", "using Trellis.Ascend;", "using Trellis.Askii;"],
    };

    private static IEnumerable<string> Methods(IEnumerable<string> lines)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var method = new List<string>();
        foreach (var line in lines)
        {
            if (Declaration().Match(line) is { Success: true } match && !declared.Add(match.Groups["name"].Value))
            {
                yield return string.Join('\n', method);
                method.Clear();
                declared = [match.Groups["name"].Value];
            }

            method.Add(line);
        }

        yield return string.Join('\n', method);
    }

    [GeneratedRegex(@"^using [A-Z][A-Za-z.]*;$")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^(?:(?:await )?using )?[A-Za-z<>\[\]?]+ (?<name>[a-z]\w*) = ")]
    private static partial Regex Declaration();
}
