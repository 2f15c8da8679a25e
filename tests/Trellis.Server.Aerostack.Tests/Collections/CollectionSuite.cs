using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Realtime;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Collections;

/// <summary>Lists of items and what realtime tells of them (contract, sections 2.3.4 and 7.3), on each engine.</summary>
public abstract class CollectionSuite : RealtimeTest
{
    private const string Todos = "/v1/collections/todos/items";
    private const string Items = "/v1/collections/items";

    [Fact]
    public async Task An_item_is_added_read_changed_in_part_and_removed()
    {
        var made = (await First.PostAsync(Todos, """{"text":"milk","n":1,"deep":{"a":[null]},"id":"mine"}""")).ShouldBe(201).Json;
        var id = made["id"]!.GetValue<string>();
        id.ShouldStartWith("item_");
        made["createdAt"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:00Z");
        (await First.GetAsync($"{Items}/{id}")).ShouldAnswer(made.ToJsonString());

        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        (await PutAsync(id, """{"n":2,"more":true,"createdAt":"never"}""")).ShouldAnswer("""{"success":true}""");
        (await First.GetAsync($"{Items}/{id}")).ShouldAnswer(
            $$"""
            {"id":"{{id}}","text":"milk","deep":{"a":[null]},"n":2,"more":true,"createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:01Z"}
            """);

        (await First.DeleteAsync($"{Items}/{id}")).ShouldAnswer("""{"success":true}""");
        (await First.GetAsync($"{Items}/{id}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await PutAsync(id, "{}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await First.DeleteAsync($"{Items}/{id}")).ShouldBeRefused(404, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Items_are_listed_oldest_first_by_page_and_by_what_their_members_are()
    {
        for (var number = 0; number < 4; number++)
        {
            await First.PostAsync(Todos, $$"""{"n":{{number}},"done":{{(number > 1 ? "true" : "false")}},"tag":"a b"}""");
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await First.PostAsync("/v1/collections/other/items", """{"n":9}""");

        (await ListAsync("")).ShouldBe([0, 1, 2, 3]);
        (await ListAsync("?limit=2&offset=1")).ShouldBe([1, 2]);
        (await ListAsync("?done=true&tag=a%20b")).ShouldBe([2, 3]);
        (await ListAsync("?n=1")).ShouldBe([1]);
        (await ListAsync("?missing=1")).ShouldBeEmpty();
        (await First.GetAsync($"{Todos}?limit=0")).ShouldBlame("limit");
    }

    [Fact]
    public async Task Whoever_is_subscribed_is_told_of_each_change()
    {
        var socket = await ConnectAsync();
        await socket.SubscribeAsync("table/todos/default");

        var id = (await First.PostAsync(Todos, """{"n":1}""")).ShouldBe(201).Json["id"]!.GetValue<string>();
        await PutAsync(id, """{"n":2}""");
        await First.DeleteAsync($"{Items}/{id}");

        var inserted = await NextAsync(socket, "INSERT");
        inserted["topic"]!.GetValue<string>().ShouldBe("table/todos/default");
        inserted["data"]!["id"]!.GetValue<string>().ShouldBe(id);
        inserted["timestamp"]!.GetValue<long>().ShouldBe(1767225600000);
        inserted.ContainsKey("old").ShouldBeFalse();
        var updated = await NextAsync(socket, "UPDATE");
        (updated["data"]!["n"]!.GetValue<int>(), updated["old"]!["n"]!.GetValue<int>()).ShouldBe((2, 1));
        (await NextAsync(socket, "DELETE"))["data"]!["id"]!.GetValue<string>().ShouldBe(id);
    }

    [Fact]
    public async Task Items_are_shown_to_servers_and_to_users_but_not_to_whoever_has_a_public_key()
    {
        var (_, token) = await SignUpAsync();
        var browser = await First.WithPublicKeyAsync();
        var anybody = await ConnectAsync(browser);
        var user = await ConnectAsync(browser, token);
        await anybody.SubscribeAsync("todos");
        await user.SubscribeAsync("todos");

        await First.PostAsync(Todos, """{"n":1}""");

        await NextAsync(user, "INSERT");
        await anybody.ShouldGetNothingAsync();
        (await browser.GetAsync(Todos)).ShouldBeRefused(403, "FORBIDDEN");
    }

    [Fact]
    public async Task Another_project_has_collections_of_its_own()
    {
        var other = await First.OtherProjectAsync();
        var id = (await First.PostAsync(Todos, """{"n":1}""")).Json["id"]!.GetValue<string>();

        JsonNode.Parse((await other.GetAsync(Todos)).ShouldBe(200).Text)!.AsArray().ShouldBeEmpty();
        (await other.GetAsync($"{Items}/{id}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await other.DeleteAsync($"{Items}/{id}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await First.GetAsync($"{Items}/{id}")).ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("[]")]
    public async Task An_item_that_is_no_item_is_refused(string body) => (await First.PostAsync(Todos, body)).ShouldBeRefused(400, "VALIDATION_ERROR");

    private static async Task<JsonObject> NextAsync(Socket socket, string operation)
    {
        var frame = (await socket.NextAsync())!;
        frame["type"]!.GetValue<string>().ShouldBe("db_change", frame.ToJsonString());
        frame["operation"]!.GetValue<string>().ShouldBe(operation, frame.ToJsonString());
        return frame;
    }

    private Task<Reply> PutAsync(string id, string body) => Server.SendAsync("PUT", $"{Items}/{id}", First.Key, body);

    private async Task<IEnumerable<int>> ListAsync(string query) =>
        JsonNode.Parse((await First.GetAsync(Todos + query)).ShouldBe(200).Text)!.AsArray().Select(static item => item!["n"]!.GetValue<int>());
}
