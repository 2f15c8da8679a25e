using Microsoft.Extensions.Logging;

namespace Trellis.Tests.Logging;

public sealed class LogRedactionTests : IDisposable
{
    private const string Jwt = "eyJh.eyJi.hush";
    private readonly LogCapture _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_secret_argument_shows_neither_in_the_message_nor_as_a_field()
    {
        _log.Logger.LogInformation("key {api_key} of {user,6}|", "hush", "u-1");
        _log.Field("message").ShouldBe("key ***redacted*** of    u-1|");
        _log.Field("api_key").ShouldBe("***redacted***");
        _log.Field("user").ShouldBe("u-1");
    }

    [Fact]
    public void A_secret_that_is_null_shows_as_null()
    {
        _log.Logger.LogInformation("key {api_key}", (object?)null);
        _log.Field("message").ShouldBe("key (null)");
        _log.Field("api_key").ShouldBeNull();
    }

    [Fact]
    public void A_credential_inside_a_message_is_masked()
    {
        _log.Logger.LogInformation($"sent sk-0123456789abcdef and {Jwt}");
        _log.Field("message").ShouldBe("sent ***redacted*** and ***redacted***");
    }

    [Fact]
    public void A_dictionary_is_masked_by_name_at_any_depth()
    {
        var payload = new Dictionary<string, object?> { ["body"] = new Dictionary<string, string> { ["mpass_token"] = "hush", ["key"] = "k" } };
        _log.Logger.LogInformation("sent {payload}", payload);
        _log.Field("message").ShouldBe("""sent {"body":{"mpass_token":"***redacted***","key":"k"}}""");
        _log.Line.GetProperty("payload").GetRawText().ShouldBe("""{"body":{"mpass_token":"***redacted***","key":"k"}}""");
    }

    [Fact]
    public void Scopes_are_masked()
    {
        using var scope = _log.Logger.BeginScope(new Dictionary<string, object?> { ["token"] = "hush", ["note"] = Jwt });
        _log.Logger.LogInformation("x");
        _log.Text.ShouldNotContain("hush");
        _log.Field("note").ShouldBe("***redacted***");
    }

    [Fact]
    public void Exception_text_is_masked()
    {
        _log.Logger.LogError(new InvalidOperationException("outer", new ArgumentException(Jwt)), "failed");
        _log.Field("exception")!.ShouldContain("***redacted***");
        _log.Text.ShouldNotContain("hush");
    }

    [Fact]
    public void A_correlation_id_that_is_a_credential_is_masked()
    {
        using var id = Correlation.Bind(Jwt);
        _log.Logger.LogInformation("x");
        _log.Field("correlation_id").ShouldBe("***redacted***");
    }

    [Fact]
    public void The_name_of_a_serialized_argument_counts_without_its_mark()
    {
        _log.Logger.LogInformation("{@token} {$api_key}", "hush", "hush");
        _log.Field("token").ShouldBe("***redacted***");
        _log.Text.ShouldNotContain("hush");
    }

    [Fact]
    public void A_message_of_unknown_make_hides_its_secret_arguments()
    {
        KeyValuePair<string, object?>[] state = [KeyValuePair.Create<string, object?>("token", "hush")];
        _log.Logger.Log(LogLevel.Information, default, state, null, (arguments, _) => $"with {arguments[0].Value}");
        _log.Field("message").ShouldBe("with ***redacted***");
    }

    [Fact]
    public void A_secret_value_logs_as_its_mask()
    {
        _log.Logger.LogInformation("with {credential}", new Secret("hush"));
        _log.Field("message").ShouldBe($"with {Secret.Mask}");
    }

    [Fact]
    public void A_template_filled_again_reads_as_the_framework_fills_it()
    {
        object?[] arguments = ["hush", 3.14159, null, 7, 8];
        _log.Logger.LogInformation("{token} {{braces}} {pi:F2} {gone} {n} {n}", arguments);
        _log.Field("message").ShouldBe("***redacted*** {braces} 3.14 (null) 7 8");
    }
}
