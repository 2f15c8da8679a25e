using System.Net;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Hooks;

/// <summary>Contract section 5.5: the matrix of the hooks.</summary>
public sealed class SdkHookTests
{
    private static readonly RetryConfig Retries = new(new BackoffStrategy(1, 1, 1, 1000), retryConnectionErrors: true);

    [Fact]
    public async Task Hooks_of_one_kind_run_in_their_order_and_may_change_the_request()
    {
        using var aerostack = new AerostackFixture(
            options => options.SdkHooks.BeforeRequest((_, request) => Append(request, "a")).BeforeRequest((_, request) => Append(request, "b")), Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        aerostack.Transport.LastRequest.Header("X-Trail").ShouldBe("a, b");
    }

    [Fact]
    public async Task A_hook_sees_the_operations_id_the_server_the_attempt_and_the_source_of_the_key()
    {
        var seen = new List<string>();
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.Retries = Retries;
                options.SdkHooks.BeforeRequest((context, request) =>
                {
                    seen.Add($"{context.OperationId} {context.BaseUrl} {context.Attempt} {context.SecuritySource}");
                    return request;
                });
            },
            Golden.Error(500),
            Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k", new() { ServerUrl = new Uri("https://other.test/v1") });
        seen.ShouldBe(["cacheGet https://other.test/v1 1 Token (fixed)", "cacheGet https://other.test/v1 2 Token (fixed)"]);
    }

    [Fact]
    public async Task A_hook_before_a_request_that_throws_ends_the_call_after_the_error_hooks_have_seen_it()
    {
        Exception? seen = null;
        using var aerostack = new AerostackFixture(options =>
        {
            options.Retries = Retries;
            options.SdkHooks.BeforeRequest((_, _) => throw new HttpRequestException("no")).AfterError((_, outcome) =>
            {
                seen = outcome.Error;
                return outcome;
            });
        });
        (await Should.ThrowAsync<HttpRequestException>(() => aerostack.Client.Cache.GetAsync("k"))).Message.ShouldBe("no");
        seen!.Message.ShouldBe("no");
        aerostack.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(304)]
    public async Task The_success_hook_runs_once_for_any_status_that_is_no_error(int status)
    {
        var ran = 0;
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.Retries = Retries;
                options.SdkHooks.AfterSuccess((_, response) =>
                {
                    ran++;
                    return response;
                });
            },
            Golden.Error(500),
            StubAnswer.Json(status, "{}"));
        var call = aerostack.Client.Cache.GetAsync("k");
        if (status != 200)
        {
            await Should.ThrowAsync<AerostackApiException>(() => call);
        }

        await Task.WhenAny(call);
        ran.ShouldBe(1);
    }

    [Fact]
    public async Task The_success_hook_may_replace_the_response_or_throw()
    {
        using var aerostack = new AerostackFixture(
            options => options.SdkHooks.AfterSuccess((context, response) => context.OperationId == "cacheGet" ? Respond("""{"value":"other"}""") : throw new IOException("refused")),
            Golden.Ok(),
            Golden.Ok());
        (await aerostack.Client.Cache.GetAsync("k")).Value.GetString().ShouldBe("other");
        (await Should.ThrowAsync<IOException>(() => aerostack.Client.Cache.SetAsync("k", 1))).Message.ShouldBe("refused");
    }

    [Fact]
    public async Task The_error_hook_runs_for_each_error_status_those_to_be_repeated_too()
    {
        var seen = new List<int>();
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.Retries = Retries;
                options.SdkHooks.AfterError((_, outcome) =>
                {
                    seen.Add((int)outcome.Response!.StatusCode);
                    return outcome;
                });
            },
            Golden.Error(503),
            Golden.Error(404));
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        seen.ShouldBe([503, 404]);
    }

    [Fact]
    public async Task An_error_that_the_error_hook_returns_is_thrown_at_once_even_one_that_looks_like_the_networks()
    {
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.Retries = Retries;
                options.SdkHooks.AfterError((_, _) => new(null, new HttpRequestException(HttpRequestError.ConnectionError, "mine")));
            },
            Golden.Error(503));
        (await Should.ThrowAsync<HttpRequestException>(() => aerostack.Client.Cache.GetAsync("k"))).Message.ShouldBe("mine");
        aerostack.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_response_that_the_error_hook_takes_away_is_an_error_of_its_own()
    {
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.Retries = Retries;
                options.SdkHooks.AfterError((_, _) => default);
            },
            Golden.Error(500, "{}"));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Database.QueryAsync("x"));
        error.Message.ShouldBe("Unexpected error occurred: Status 500. Body: {}");
        aerostack.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_response_that_the_error_hook_gives_is_gone_on_with()
    {
        using var aerostack = new AerostackFixture(options => options.SdkHooks.AfterError((_, _) => new(Respond("""{"value":1}"""), null)), Golden.Error(500));
        (await aerostack.Client.Cache.GetAsync("k")).Value.GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_transport_failure_reaches_the_error_hook_and_is_repeated_when_it_lets_it_pass()
    {
        var seen = new List<Exception?>();
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.Retries = Retries;
                options.SdkHooks.AfterError((_, outcome) =>
                {
                    seen.Add(outcome.Error);
                    return outcome;
                });
            },
            StubAnswer.ConnectFailure(),
            Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        seen.ShouldHaveSingleItem().ShouldBeOfType<HttpRequestException>();
    }

    [Fact]
    public async Task A_transport_failure_that_the_error_hook_swallows_is_no_response()
    {
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.Retries = Retries;
                options.SdkHooks.AfterError((_, _) => default);
            },
            StubAnswer.ConnectFailure());
        (await Should.ThrowAsync<AerostackNoResponseException>(() => aerostack.Client.Cache.GetAsync("k"))).Message.ShouldBe("No response received");
        aerostack.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Hooks_take_part_in_synchronous_calls_too()
    {
        using var aerostack = new AerostackFixture(
            options => options.SdkHooks.BeforeRequest((_, request) => Append(request, "s")).AfterError((_, _) => new(Respond("{}"), null)), Golden.Error(500));
        aerostack.Client.Cache.Get("k").IsHit.ShouldBeFalse();
        aerostack.Transport.LastRequest.Header("X-Trail").ShouldBe("s");
    }

    [Fact]
    public async Task The_init_hook_runs_once_and_may_change_the_address_and_the_client()
    {
        var ran = 0;
        using var other = new StubTransport(Golden.Ok(), Golden.Ok());
        using var http = other.CreateClient();
        using var aerostack = new AerostackFixture(options => options.SdkHooks.OnInit(init =>
        {
            ran++;
            return init with { BaseUrl = new Uri("https://init.test/v9"), Client = http };
        }));
        await aerostack.Client.Cache.GetAsync("k");
        await aerostack.Client.Cache.GetAsync("k");
        ran.ShouldBe(1);
        other.LastRequest.Uri.ToString().ShouldBe("https://init.test/v9/cache/get");
        aerostack.Client.Dispose();
        other.Enqueue(Golden.Ok());
        (await http.GetAsync(new Uri("https://init.test/"))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_intercepted()
    {
        var ran = 0;
        using var cancel = new CancellationTokenSource();
        using var aerostack = new AerostackFixture(
            options => options.SdkHooks.AfterError((_, outcome) =>
            {
                ran++;
                return outcome;
            }),
            StubAnswer.Silence());
        var call = aerostack.Client.Cache.GetAsync("k", cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        ran.ShouldBe(0);
    }

    private static HttpRequestMessage Append(HttpRequestMessage request, string text)
    {
        request.Headers.Add("X-Trail", text);
        return request;
    }

    private static HttpResponseMessage Respond(string json) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
    };
}
