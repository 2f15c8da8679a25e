using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Options;

public sealed class ClientOptionsTests
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "no address", "BaseUrl" },
        { "relative address", "BaseUrl" },
        { "other scheme", "BaseUrl" },
        { "user in address", "BaseUrl" },
        { "query in address", "BaseUrl" },
        { "fragment in address", "BaseUrl" },
        { "zero connect", "ConnectTimeout" },
        { "negative attempt", "AttemptTimeout" },
        { "zero total", "TotalTimeout" },
        { "endless connect", "ConnectTimeout" },
        { "endless attempt", "AttemptTimeout" },
        { "no response", "MaxResponseBytes" },
        { "negative response", "MaxResponseBytes" },
        { "no hooks", "Hooks" },
        { "no logging", "LoggerFactory" },
        { "no clock", "TimeProvider" },
        { "no agent", "UserAgent" },
    };

    [Fact]
    public void The_defaults_are_accepted() => new LoopbackClientOptions().Validate();

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_value_with_which_no_call_could_work_is_refused_and_named(string refusal, string name)
    {
        var options = new LoopbackClientOptions();
        Break(options, refusal);
        Should.Throw<ArgumentException>(options.Validate).Message.ShouldContain(name);
    }

    [Fact]
    public void A_refused_address_does_not_tell_its_password() =>
        Should.Throw<ArgumentException>(() => new LoopbackClientOptions { BaseUrl = new Uri("https://user:hush@h.test") }.Validate())
            .Message.ShouldNotContain("hush");

    [Fact]
    public void No_limit_is_a_limit_that_every_timeout_accepts()
    {
        var options = new LoopbackClientOptions
        {
            ConnectTimeout = Timeout.InfiniteTimeSpan, AttemptTimeout = Timeout.InfiniteTimeSpan, TotalTimeout = Timeout.InfiniteTimeSpan,
        };
        options.Validate();
        HttpInvokerFactory.Create(options).Dispose();
    }

    [Fact]
    public void The_longest_timeout_that_is_accepted_works()
    {
        var longest = TimeSpan.FromMilliseconds(int.MaxValue);
        var options = new LoopbackClientOptions { ConnectTimeout = longest, AttemptTimeout = longest, TotalTimeout = longest };
        options.Validate();
        HttpInvokerFactory.Create(options).Dispose();
        AttemptDeadline.Start(options, TimeSpan.Zero, CancellationToken.None).Dispose();
    }

    [Fact]
    public void A_client_checks_its_options() =>
        Should.Throw<ArgumentException>(() => new LoopbackClient(new Uri("https://h.test"), options => options.MaxResponseBytes = 0));

    private static void Break(LoopbackClientOptions options, string refusal)
    {
        switch (refusal)
        {
            case "no address": options.BaseUrl = null!; break;
            case "relative address": options.BaseUrl = new Uri("/api", UriKind.Relative); break;
            case "other scheme": options.BaseUrl = new Uri("ftp://h.test"); break;
            case "user in address": options.BaseUrl = new Uri("https://user:pass@h.test"); break;
            case "query in address": options.BaseUrl = new Uri("https://h.test/?a=1"); break;
            case "fragment in address": options.BaseUrl = new Uri("https://h.test/#a"); break;
            case "zero connect": options.ConnectTimeout = TimeSpan.Zero; break;
            case "negative attempt": options.AttemptTimeout = TimeSpan.FromSeconds(-5); break;
            case "zero total": options.TotalTimeout = TimeSpan.Zero; break;
            case "endless connect": options.ConnectTimeout = TimeSpan.MaxValue; break;
            case "endless attempt": options.AttemptTimeout = TimeSpan.FromMilliseconds(int.MaxValue + 1L); break;
            case "no response": options.MaxResponseBytes = 0; break;
            case "negative response": options.MaxResponseBytes = -1; break;
            case "no hooks": options.Hooks = null!; break;
            case "no logging": options.LoggerFactory = null!; break;
            case "no clock": options.TimeProvider = null!; break;
            case "no agent": options.UserAgent = null!; break;
            default: throw new ArgumentException(refusal);
        }
    }
}
