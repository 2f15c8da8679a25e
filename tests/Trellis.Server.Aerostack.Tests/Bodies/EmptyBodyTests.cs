using System.Net.Http.Headers;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Bodies;

/// <summary>Requests that announce JSON and have no body, and others that have none where nothing is required (contract, section 1.4).</summary>
public sealed class EmptyBodyTests : ServerTest
{
    [Theory]
    [InlineData("/v1/ai/search/listTypes", """{"types":[]}""")]
    [InlineData("/v1/collections/todos/items", "[]")]
    [InlineData("/v1/queue/consumers", """{"consumers":[]}""")]
    [InlineData("/v1/services/list", """{"services":[]}""")]
    public async Task A_GET_may_announce_JSON(string path, string answer)
    {
        var reply = (await SendAsync("GET", path)).ShouldBe(200);

        reply.ContentType.ShouldBe("application/json");
        reply.Text.ShouldBe(answer);
    }

    [Fact]
    public async Task A_DELETE_may_announce_JSON_and_is_carried_out()
    {
        var id = (await First.PostAsync("/v1/collections/todos/items", """{"n":1}""")).ShouldBe(201).Json["id"]!.GetValue<string>();

        (await SendAsync("DELETE", $"/v1/collections/items/{id}")).ShouldAnswer("""{"success":true}""");

        (await First.GetAsync($"/v1/collections/items/{id}")).ShouldBeRefused(404, "VALIDATION_ERROR");
    }

    [Theory]
    [InlineData("/v1/cache/list", """{"keys":[],"list_complete":true}""")]
    [InlineData("/v1/cache/keys", """{"keys":[],"truncated":false}""")]
    [InlineData("/v1/cache/flush", """{"success":true,"deleted":0}""")]
    [InlineData("/v1/queue/jobs", """{"jobs":[],"list_complete":true}""")]
    [InlineData("/v1/storage/list", """{"objects":[],"truncated":false}""")]
    [InlineData("/v1/ai/search/count", """{"count":0}""")]
    public async Task Where_nothing_is_required_an_empty_object_and_no_body_at_all_are_the_same(string path, string answer)
    {
        (await First.PostAsync(path)).ShouldAnswer(answer);
        (await SendAsync("POST", path)).ShouldAnswer(answer);
        (await First.PostAsync(path, null)).ShouldAnswer(answer);
    }

    private Task<Reply> SendAsync(string method, string path) => Server.SendAsync(method, path, First.Key, prepare: static request =>
    {
        request.Content = new ByteArrayContent([]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
    });
}
