using Trellis.Server.Kernel.Outbound;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

public sealed class WebhookRulesTests
{
    private static readonly OutboundGuard Guard = new(new OutboundPolicy());

    public static TheoryData<WebhookSettings, string> Wrong => new()
    {
        { new WebhookSettings { Name = " " }, "Name" },
        { new WebhookSettings { Name = new string('n', 256) }, "Name" },
        { new WebhookSettings { Name = "a\0b" }, "Name" },
        { new WebhookSettings { Description = new string('d', 2001) }, "Description" },
        { new WebhookSettings { Subject = new string('s', 256) }, "Subject" },
        { new WebhookSettings { Secret = "short" }, "Secret" },
        { new WebhookSettings { Secret = new string('s', 257) }, "Secret" },
        { new WebhookSettings { Url = new Uri("http://example.com/") }, "Url" },
        { new WebhookSettings { Url = new Uri("https://127.0.0.1/") }, "Url" },
        { new WebhookSettings { Url = new Uri("https://example.com/" + new string('x', 2100)) }, "Url" },
        { new WebhookSettings { Events = [] }, "Events" },
        { new WebhookSettings { Events = [""] }, "Events" },
        { new WebhookSettings { Events = [.. Enumerable.Repeat("e", 51)] }, "Events" },
        { new WebhookSettings { Filters = "no json" }, "Filters" },
        { new WebhookSettings { Filters = "[]" }, "Filters" },
        { new WebhookSettings { Filters = """{"a":{}}""" }, "Filters" },
        { new WebhookSettings { Filters = """{"a":[]}""" }, "Filters" },
        { new WebhookSettings { Filters = """{"a":[[1]]}""" }, "Filters" },
        { new WebhookSettings { CustomHeaders = Header("X Y", "v") }, "CustomHeaders" },
        { new WebhookSettings { CustomHeaders = Header("", "v") }, "CustomHeaders" },
        { new WebhookSettings { CustomHeaders = Header("host", "v") }, "CustomHeaders" },
        { new WebhookSettings { CustomHeaders = Header("Transfer-Encoding", "chunked") }, "CustomHeaders" },
        { new WebhookSettings { CustomHeaders = Header("X-A", "one\r\nX-B: two") }, "CustomHeaders" },
        { new WebhookSettings { CustomHeaders = Header("X-A", "é") }, "CustomHeaders" },
        { new WebhookSettings { MaxRetries = -1 }, "MaxRetries" },
        { new WebhookSettings { MaxRetries = 11 }, "MaxRetries" },
        { new WebhookSettings { RetryDelay = TimeSpan.Zero }, "RetryDelay" },
        { new WebhookSettings { RetryDelay = TimeSpan.FromHours(2) }, "RetryDelay" },
        { new WebhookSettings { RateLimitPerMinute = 0 }, "RateLimitPerMinute" },
        { new WebhookSettings { RateLimitPerMinute = 1001 }, "RateLimitPerMinute" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named(WebhookSettings settings, string setting) =>
        WebhookRules.Check(settings, Guard).ShouldHaveSingleItem().Setting.ShouldBe(setting);

    [Fact]
    public void Settings_in_their_ranges_are_sound() => WebhookRules.Check(
        new WebhookSettings
        {
            Name = "n",
            Description = "",
            Url = new Uri("https://example.com/"),
            Events = ["*"],
            Filters = """{"a":[1,"b",true,null],"c.d":2}""",
            CustomHeaders = Header("X-A", "v"),
            Subject = "",
            MaxRetries = 0,
            RetryDelay = TimeSpan.FromSeconds(1),
            RateLimitPerMinute = 1000,
            Secret = "12345678",
        },
        Guard).ShouldBeEmpty();

    [Fact]
    public void Settings_and_new_webhooks_show_no_secret() =>
        new WebhookSettings { Secret = "12345678", Url = new Uri("https://example.com/token-in-path") }.ToString().ShouldBe("webhook settings for example.com");

    private static Dictionary<string, string> Header(string name, string value) => new() { [name] = value };
}
