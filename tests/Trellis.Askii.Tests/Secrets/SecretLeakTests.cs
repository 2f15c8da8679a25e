using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Trellis.Askii.Json;
using Trellis.Askii.Tests.Hooks;
using Trellis.Testing;

namespace Trellis.Askii.Tests.Secrets;

/// <summary>Tries to make everything public print a secret it holds.</summary>
public sealed class SecretLeakTests
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyIn0.c2lnbmF0dXJl";
    private const string Key = "sk-abcdefghijklmnop1234";

    [Fact]
    public async Task No_public_type_prints_a_secret_it_holds()
    {
        var options = new AskiiClientOptions { Token = Token, BaseUrl = new Uri("https://h.test"), TimeProvider = new ManualTimeProvider { AutoAdvance = true } };
        using var transport = new StubTransport(
            Golden.Ok(Golden.Provisioned), Golden.Error(422, Echo), Golden.Error(401, Echo), Golden.Error(404, Echo), Golden.Error(400, Echo), Golden.Ok($"[\"{Key}\"]"));
        using var client = new AskiiClient(new HttpMessageInvoker(transport, disposeHandler: false), options);
        var holders = new List<object> { options, client, client.Keys, client.Models, options.Token!, options.Hooks, await client.Keys.ProvisionAsync() };
        for (var call = 0; call < 5; call++)
        {
            holders.Add(await Should.ThrowAsync<AskiiException>(() => client.Keys.ListAsync()));
        }

        foreach (var holder in holders)
        {
            foreach (var text in Renderings(holder))
            {
                text.ShouldNotContain(Token, customMessage: holder.GetType().Name);
                text.ShouldNotContain(Key, customMessage: holder.GetType().Name);
            }
        }
    }

    [Fact]
    public async Task A_provisioned_key_serializes_masked()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Provisioned));
        var json = JsonSerializer.Serialize(await askii.Client.Keys.ProvisionAsync(), AskiiJsonContext.Default.ProvisionedKey);
        json.ShouldContain("\"api_key\":\"**********\"");
    }

    [Fact]
    public async Task Logs_and_events_hold_no_secret()
    {
        var log = new ListLogger();
        var seen = new List<string>();
        var options = new AskiiClientOptions { Token = Token, LoggerFactory = log, BaseUrl = new Uri("https://h.test"), TimeProvider = new ManualTimeProvider { AutoAdvance = true } };
        options.Hooks = new ClientHooks
        {
            OnRequest = e => seen.Add(e.ToString()),
            OnResponse = e => seen.Add(e.ToString()),
            OnRetry = e => seen.Add(e.ToString()),
            OnCacheMiss = seen.Add,
            OnError = e => seen.Add(e.ToString()),
        };
        using var transport = new StubTransport(Golden.Error(500, Echo), Golden.Error(401, Echo));
        using var client = new AskiiClient(new HttpMessageInvoker(transport, disposeHandler: false), options);
        await Should.ThrowAsync<AskiiAuthException>(() => client.Keys.GetConfigAsync(Key, TimeSpan.FromMinutes(1)));
        seen.Count.ShouldBe(7);
        var everything = string.Join('\n', seen.Concat(log.Lines.Select(line => $"{line.Message} {line.Exception} {string.Join(' ', line.Fields)}")));
        everything.ShouldNotContain(Token);
        everything.ShouldNotContain(Key);
    }

    private static string Echo => $$$"""{"detail":[{"loc":["body"],"msg":"{{{Token}}} {{{Key}}}","type":"t","input":"{{{Key}}}"}],"mpass_token":"{{{Token}}}"}""";

    private static IEnumerable<string> Renderings(object holder)
    {
        yield return holder.ToString()!;
        yield return $"{holder}";
        foreach (var property in holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            yield return property.GetValue(holder) switch
            {
                null => "",
                JsonElement element => element.GetRawText(),
                System.Collections.IEnumerable items and not string => string.Join('\n', items.Cast<object>()),
                var value => value.ToString() ?? "",
            };
        }

        if (holder.GetType().GetCustomAttribute<DebuggerDisplayAttribute>() is { Value: var display })
        {
            yield return display;
        }
    }
}
