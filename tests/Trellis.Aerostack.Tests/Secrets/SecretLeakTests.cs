using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Trellis.Aerostack.Tests.Hooks;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Secrets;

/// <summary>Tries to make everything public print a secret it holds.</summary>
public sealed class SecretLeakTests
{
    private const string Key = "ac_secret_0123456789abcdef";
    private const string Consumer = "ask_live_0123456789abcdef";
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyIn0.c2lnbmF0dXJl";
    private const string Password = "hunter2-hunter2";

    private static string Echo => $$"""{"code":"VALIDATION_ERROR","message":"{{Key}} {{Consumer}} {{Token}}","details":{"password":"{{Password}}","key":"{{Key}}","token":"{{Token}}"},"error":"{{Key}}"}""";

    [Fact]
    public async Task No_public_type_prints_a_secret_it_holds()
    {
        var options = new AerostackClientOptions
        {
            ApiKey = Key,
            ConsumerKey = Consumer,
            UserToken = Token,
            BaseUrl = new Uri("https://h.test/v1"),
            TimeProvider = new ManualTimeProvider { AutoAdvance = true },
        };
        AerostackHookContext? context = null;
        options.SdkHooks.BeforeRequest((seen, request) =>
        {
            context = seen;
            return request;
        });
        using var transport = new StubTransport(
            Golden.Ok($$$"""{"token":"{{{Token}}}","user":{"id":"u"}}"""), Golden.Error(400, Echo), Golden.Error(401, Echo), Golden.Error(418, Echo),
            Golden.Error(500, """{"code":"x","message":1,"key":"ac_secret_0123456789abcdef"}"""), Golden.Ok($"[\"{Key}\"]"), Golden.Error(401, Echo));
        using var client = new AerostackClient(new HttpMessageInvoker(transport, disposeHandler: false), options);
        var call = new AerostackCallOptions { Headers = new Dictionary<string, string> { ["X-Own"] = Key } };
        var holders = new List<object>
        {
            options, options.ApiKey!, options.Hooks, options.SdkHooks, options.Realtime, client, client.Ai, client.Authentication, client.Cache, client.Database,
            client.Queue, client.Services, client.Storage, client.Search, client.Gateway, client.Realtime, client.Realtime.Channel("t"), call,
            new SignupRequest("a@b.co", new Secret(Password)), await client.Authentication.SigninAsync("a@b.co", new Secret(Password)),
        };
        for (var attempt = 0; attempt < 5; attempt++)
        {
            holders.Add(await Should.ThrowAsync<AerostackException>(() => client.Database.QueryAsync("x")));
        }

        holders.Add(await Should.ThrowAsync<AerostackException>(() => client.Gateway.ChatAsync("a", new([]))));
        holders.AddRange(holders.OfType<AerostackErrorResponseException>().Select(error => (object)error.Error).ToList());
        holders.AddRange(holders.OfType<AerostackResponseException>().Select(error => (object)error.RawResponse!).ToList());
        holders.Add(context!);
        holders.Count.ShouldBeGreaterThan(30);
        foreach (var holder in holders)
        {
            foreach (var text in Renderings(holder))
            {
                foreach (var secret in (string[])[Key, Consumer, Token, Password])
                {
                    text.ShouldNotContain(secret, customMessage: holder.GetType().Name);
                }
            }
        }
    }

    [Fact]
    public async Task A_users_token_serializes_masked()
    {
        using var aerostack = new AerostackFixture(Golden.Ok($$"""{"token":"{{Token}}"}"""));
        var answer = await aerostack.Client.Authentication.SigninAsync("a", new Secret("x"));
        JsonSerializer.Serialize(answer, Json.AerostackJsonContext.Default.AuthResponse).ShouldContain("\"token\":\"**********\"");
        answer.ToString().ShouldContain(Secret.Mask);
    }

    [Fact]
    public async Task Logs_and_events_hold_no_secret()
    {
        using var log = new ListLogger();
        var seen = new List<string>();
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.ApiKey = Key;
                options.LoggerFactory = log;
                options.DebugLogger = log.CreateLogger("debug");
                options.Retries = new(new(1, 1, 1, 1000));
                options.Hooks = new ClientHooks
                {
                    OnRequest = e => seen.Add(e.ToString()),
                    OnResponse = e => seen.Add(e.ToString()),
                    OnRetry = e => seen.Add(e.ToString()),
                    OnError = e => seen.Add(e.ToString()),
                };
            },
            Golden.Error(500, Echo),
            Golden.Error(401, Echo));
        await Should.ThrowAsync<AerostackException>(() => aerostack.Client.Authentication.SigninAsync("a@b.co", new Secret(Password)));
        seen.Count.ShouldBe(6);
        var everything = string.Join('\n', seen.Concat(log.Lines.Select(line => $"{line.Message} {line.Exception} {string.Join(' ', line.Fields)}")));
        foreach (var secret in (string[])[Key, Consumer, Token, Password])
        {
            everything.ShouldNotContain(secret);
        }
    }

    private static IEnumerable<string> Renderings(object holder)
    {
        yield return holder.ToString()!;
        yield return $"{holder}";
        foreach (var property in holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsShown))
        {
            yield return property.GetValue(holder) switch
            {
                null => "",
                JsonElement element => element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText(),
                System.Collections.IEnumerable items and not string => string.Join('\n', items.Cast<object>()),
                var value => value.ToString() ?? "",
            };
        }

        if (holder.GetType().GetCustomAttribute<DebuggerDisplayAttribute>() is { Value: var display })
        {
            yield return display;
        }
    }

    // The two places that exist to hand on what the caller said, or the server, as it was.
    private static bool IsShown(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && !(property.DeclaringType == typeof(AerostackCallOptions) && property.Name == nameof(AerostackCallOptions.Headers));
}
