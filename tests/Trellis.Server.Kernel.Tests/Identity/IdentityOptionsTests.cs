using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

public sealed class IdentityOptionsTests
{
    [Fact]
    public void Issuers_are_bound_from_the_configuration()
    {
        var options = Bind(
            """
            {"identity": {"signingKeyFile": "k.pem", "issuers": [
                {"issuer": "https://a", "jwksUri": "https://a/jwks", "algorithm": "ES256", "audience": "app", "organisationId": 4},
                {"issuer": "https://b", "jwksFile": "b.json"}]}}
            """);

        options.SigningKeyFile.ShouldBe("k.pem");
        options.Issuers.Count.ShouldBe(2);
        options.Issuers[0].JwksUri.ShouldBe(new Uri("https://a/jwks"));
        options.Issuers[0].Algorithm.ShouldBe("ES256");
        options.Issuers[0].Audience.ShouldBe("app");
        options.Issuers[0].OrganisationId.ShouldBe(4);
        options.Issuers[1].JwksFile.ShouldBe("b.json");
        options.Issuers[1].Algorithm.ShouldBe("RS256");
    }

    [Theory]
    [InlineData("""{"jwksFile": "b.json"}""")]
    [InlineData("""{"issuer": "https://a"}""")]
    [InlineData("""{"issuer": "https://a", "jwksFile": "a", "jwksUri": "https://a"}""")]
    [InlineData("""{"issuer": "https://trellis.local", "jwksFile": "a"}""")]
    [InlineData("""{"issuer": "https://a", "jwksUri": "http://a/jwks"}""")]
    [InlineData("""{"issuer": "https://a", "jwksUri": "http://localhost.example.com/jwks"}""")]
    [InlineData("""{"issuer": "https://a", "jwksUri": "ftp://localhost/jwks"}""")]
    [InlineData("""{"issuer": "https://a", "jwksFile": "a", "algorithm": "none"}""")]
    [InlineData("""{"issuer": "https://a", "jwksFile": "a", "algorithm": "HS256"}""")]
    [InlineData("""{"issuer": "https://a", "jwksFile": "a", "organisationId": 0}""")]
    [InlineData("""{"issuer": "https://a", "jwksFile": "a"}, {"issuer": "https://a", "jwksFile": "b"}""")]
    public void An_issuer_that_is_incomplete_or_unsafe_is_refused(string issuers) =>
        Should.Throw<ArgumentException>(() => Bind($$$"""{"identity": {"issuers": [{{{issuers}}}]}}"""));

    [Theory]
    [InlineData("http://localhost:9/jwks")]
    [InlineData("http://127.0.0.1:9/jwks")]
    [InlineData("http://[::1]:9/jwks")]
    public void Plain_HTTP_is_for_loopback_addresses(string uri) =>
        Should.NotThrow(() => Bind($$$"""{"identity": {"issuers": [{"issuer": "https://a", "jwksUri": "{{{uri}}}"}]}}"""));

    [Theory]
    [InlineData("clockSkew", "00:06:00")]
    [InlineData("clockSkew", "-00:00:01")]
    [InlineData("maximumTokenLength", "10")]
    [InlineData("validatedTokenCapacity", "-1")]
    [InlineData("jwksTimeout", "00:00:00")]
    public void A_value_out_of_range_is_refused(string name, string value) =>
        Should.Throw<ArgumentException>(() => Bind($$$"""{"identity": {"{{{name}}}": "{{{value}}}"}}"""));

    private static IdentityOptions Bind(string json)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var configuration = new ConfigurationBuilder().AddJsonStream(text).Build();
        using var services = new ServiceCollection().AddIdentity(configuration.GetSection("identity")).BuildServiceProvider();
        return services.GetRequiredService<IdentityOptions>();
    }
}
