namespace Trellis.Tests.Redaction;

public sealed class HeaderRedactionTests
{
    private static readonly Redactor Redactor = Redactor.Default;

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Set-Cookie")]
    [InlineData("Location")]
    [InlineData("X-Invented-Today")]
    public void A_header_not_known_to_be_safe_is_masked(string name) => Redactor.RedactHeader(name, "hush").ShouldBe("***redacted***");

    [Theory]
    [InlineData("Retry-After")]
    [InlineData("x-request-id")]
    [InlineData("CONTENT-TYPE")]
    public void A_safe_header_is_shown(string name) => Redactor.RedactHeader(name, "value").ShouldBe("value");

    [Fact]
    public void A_credential_in_a_safe_header_is_masked() =>
        Redactor.RedactHeader("x-request-id", "sk-0123456789abcdef").ShouldBe("***redacted***");

    [Fact]
    public void A_response_shows_its_headers_and_those_of_its_content()
    {
        using var response = new HttpResponseMessage { Content = new StringContent("{}", null, "application/json") };
        response.Headers.TryAddWithoutValidation("Retry-After", "soon");
        response.Headers.TryAddWithoutValidation("Vary", ["a", "b"]);
        response.Headers.TryAddWithoutValidation("Set-Cookie", "session=hush");

        var headers = Redactor.RedactHeaders(response);

        headers["retry-after"].ShouldBe("soon");
        headers["vary"].ShouldBe("a, b");
        headers["set-cookie"].ShouldBe("***redacted***");
        headers["content-type"].ShouldStartWith("application/json");
    }
}
