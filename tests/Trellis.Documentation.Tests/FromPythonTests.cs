using System.Reflection;

namespace Trellis.Documentation.Tests;

/// <summary>The page for users of the Python SDKs says what each of their names is here, and says nothing that is not so.</summary>
public sealed class FromPythonTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Read("docs/from-python.md");

    public static TheoryData<string> Platforms { get; } = ["Askii", "Aerostack", "Akshi", "Ascend"];

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Every_name_of_the_python_sdk_has_its_row(string platform)
    {
        var rows = Page.RowsBelow(platform);
        PythonName.ReadAll(platform.ToLowerInvariant()).Where(name => !rows.Any(name.StandsIn)).Select(name => name.ToString())
            .ShouldBeEmpty("docs/from-python.md does not say what these are here.");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void The_list_of_python_names_holds_each_once(string platform)
    {
        var names = PythonName.ReadAll(platform.ToLowerInvariant());
        names.ShouldNotBeEmpty();
        names.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Every_csharp_name_in_a_row_exists(string platform)
    {
        var shown = new PublicNames(Assembly.Load($"Trellis.{platform}"),
        [
            typeof(TrellisException).Assembly, typeof(Caching.Redis.RedisCache).Assembly, typeof(object).Assembly, typeof(Uri).Assembly,
            typeof(HttpClient).Assembly, typeof(System.Text.Json.JsonElement).Assembly, typeof(Microsoft.Extensions.Logging.ILogger).Assembly,
            typeof(Microsoft.Extensions.Caching.Distributed.IDistributedCache).Assembly,
        ]);
        var missing =
            from row in Page.RowsBelow(platform)
            from code in row.Code.Skip(1).SelectMany(cell => cell)
            from name in shown.MissingFrom(code)
            select $"{name} in: {row.Line}";
        missing.ShouldBeEmpty();
    }
}
