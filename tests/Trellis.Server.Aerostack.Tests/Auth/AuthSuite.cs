using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Auth;

/// <summary>The users of an application over HTTP (contract, sections 2.1.2, 2.1.3, 2.3.1, 2.3.2 and 8.5), on every engine.</summary>
public abstract partial class AuthSuite : ServerTest
{
    private protected const string Plain = "/v1/auth";
    private protected const string Platform = "/api/v1/public/projects/default/auth";
    private protected const string Password = "Correct-Horse-9";

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup
    {
        Configuration = new() { ["passwords:iterations"] = "1000", ["aerostack:auth:attemptsPerMinute"] = "0", ["aerostack:auth:messagesPerMinute"] = "0" },
    });

    private protected static string Text(Reply reply, string name) => reply.Json[name]!.GetValue<string>();

    private protected Task<Reply> CallAsync(string method, string path, string? body = null, string? bearer = null) => Server.SendAsync(
        method,
        Platform + path,
        null,
        body,
        request =>
        {
            if (bearer is not null)
                request.Headers.Authorization = new("Bearer", bearer);
        });

    private protected async Task<Reply> RegisterAsync(string email = "a@b.co", string password = Password) =>
        (await CallAsync("POST", "/register", new JsonObject { ["email"] = email, ["password"] = password, ["name"] = "J" }.ToJsonString())).ShouldBe(200);

    private protected Task<Reply> LoginAsync(string email = "a@b.co", string password = Password) =>
        CallAsync("POST", "/login", new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString());

    private protected Task<Reply> RefreshAsync(string token) => CallAsync("POST", "/refresh", new JsonObject { ["refreshToken"] = token }.ToJsonString());

    private protected async Task<JsonNode> MessageAsync(string kind, string to = "a@b.co") =>
        (await First.GetAsync($"{Plain}/outbox?to={Uri.EscapeDataString(to)}")).ShouldBe(200).Json["messages"]!.AsArray()
            .First(message => message!["kind"]!.GetValue<string>() == kind)!;
}
