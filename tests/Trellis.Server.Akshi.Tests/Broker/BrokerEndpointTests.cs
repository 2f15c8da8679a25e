using Trellis.Server.Akshi.Broker;
using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Tests.Broker;

public sealed class BrokerEndpointTests
{
    [Theory]
    [InlineData("https://api.example.com/v1", true)]
    [InlineData("https://api.example.com/v1/models?x=1", true)]
    [InlineData("https://API.Example.com./v1/models", true)]
    [InlineData("https://api.example.com/v10", false)]
    [InlineData("https://api.example.com/", false)]
    [InlineData("https://api.example.com/v1/../admin", false)]
    [InlineData("https://api.example.com/%76%31/x", true)]
    [InlineData("https://api.example.com:8443/v1", false)]
    [InlineData("http://api.example.com/v1", false)]
    [InlineData("https://example.com/v1", false)]
    [InlineData("https://api.example.com.evil.test/v1", false)]
    public void A_path_prefix_ends_where_a_segment_ends(string url, bool isCovered) =>
        Endpoint("api.example.com", "/v1", "https").Covers(new Uri(url)).ShouldBe(isCovered);

    [Theory]
    [InlineData("http://127.0.0.1/x", true)]
    [InlineData("http://[::ffff:127.0.0.1]/x", true)]
    [InlineData("http://[::1]/x", false)]
    [InlineData("http://2130706433/x", true)]
    public void An_address_is_the_same_in_every_spelling(string url, bool isCovered) =>
        Endpoint("127.0.0.1", "/", null).Covers(new Uri(url)).ShouldBe(isCovered);

    [Fact]
    public void Of_two_endpoints_the_longer_path_counts()
    {
        var list = new EndpointList([Endpoint("h.test", "/", null), Endpoint("h.test", "/a/b", null) with { Domain = "inner" }]);

        list.Find("a", new Uri("https://h.test/a/b/c"))!.Domain.ShouldBe("inner");
        list.Find("a", new Uri("https://h.test/a"))!.Domain.ShouldBe("d");
        list.Find("other", new Uri("https://h.test/a")).ShouldBeNull();
    }

    private static BrokerEndpoint Endpoint(string host, string prefix, string? scheme) =>
        new("a", "d", CanonicalHost.Of(host), scheme, null, prefix, null, null, new Dictionary<string, RuntimeSecret>(), TimeSpan.FromSeconds(30));
}
