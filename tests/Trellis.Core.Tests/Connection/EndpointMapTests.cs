using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Tests.Connection;

public sealed class EndpointMapTests
{
    private static readonly Gen<string> Pieces = Gen.Elements(
        "/", "/", "//", "..", "/..", "/../", "/.", "%2e%2e", "%2E.", "%2f", "%5c", "\\", "@", ":", "?", "#", "evil.test", "https:", "a", "b c", "é",
        "\ud83d", "\0", "\n", "\t", " ", "%", "%zz", ";", "[", "]");

    [Theory]
    [InlineData("https://h.test", "/x", "https://h.test/x")]
    [InlineData("https://h.test/", "/x", "https://h.test/x")]
    [InlineData("https://h.test/api", "/x", "https://h.test/api/x")]
    [InlineData("https://h.test/api/", "/x", "https://h.test/api/x")]
    [InlineData("https://h.test:8443/api", "/x?a=1&b=2", "https://h.test:8443/api/x?a=1&b=2")]
    [InlineData("https://h.test/api", "/", "https://h.test/api/")]
    [InlineData("https://h.test/api", "/a/../b", "https://h.test/api/b")]
    [InlineData("https://h.test", "/a%2Fb", "https://h.test/a%2Fb")]
    [InlineData("https://h.test", "/@other.test", "https://h.test/@other.test")]
    public void A_path_is_appended_to_the_base(string baseUrl, string path, string expected) =>
        new EndpointMap(new Uri(baseUrl)).Resolve(path).AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("https://other.test/x")]
    [InlineData("//other.test/x")]
    [InlineData("/\\other.test")]
    [InlineData("\\\\other.test")]
    [InlineData("@other.test")]
    [InlineData(".other.test")]
    [InlineData(":99/x")]
    [InlineData("/..")]
    [InlineData("/../x")]
    [InlineData("/%2e%2e/x")]
    [InlineData("/a/../../x")]
    [InlineData("/../api2/x")]
    public void A_path_that_leads_elsewhere_is_refused(string path) =>
        Should.Throw<ArgumentException>(() => new EndpointMap(new Uri("https://h.test/api")).Resolve(path));

    [Theory]
    [InlineData("https://h.test")]
    [InlineData("http://h.test:8080/api/v1")]
    public void Any_path_resolves_below_the_base_or_is_refused(string baseUrl)
    {
        var root = new Uri(baseUrl.TrimEnd('/') + "/");
        var map = new EndpointMap(new Uri(baseUrl));
        var paths = Gen.OneOf(Pieces.ListOf().Select(string.Concat), Pieces.ListOf().Select(pieces => $"/{string.Concat(pieces)}"), ArbMap.Default.GeneratorFor<string>());
        Prop.ForAll(paths.ToArbitrary(), path => StaysBelow(root, map, path ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void More_paths_than_are_kept_still_resolve()
    {
        var map = new EndpointMap(new Uri("https://h.test"));
        for (var number = 0; number < 1000; number++)
        {
            map.Resolve($"/{number}").AbsolutePath.ShouldBe($"/{number}");
        }

        map.Resolve("/1").ShouldBeSameAs(map.Resolve("/1"));
        map.Resolve("/1", keep: false).ShouldNotBeSameAs(map.Resolve("/1", keep: false));
    }

    private static bool StaysBelow(Uri root, EndpointMap map, string path)
    {
        try
        {
            var address = map.Resolve(path);
            return address.GetLeftPart(UriPartial.Authority) == root.GetLeftPart(UriPartial.Authority)
                && address.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal)
                && !address.AbsolutePath.Contains("/../", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
