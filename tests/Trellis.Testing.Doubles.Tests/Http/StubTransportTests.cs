using System.Net;
using System.Net.Http.Json;

namespace Trellis.Testing.Doubles.Tests.Http;

public sealed class StubTransportTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_given_in_the_order_of_the_script()
    {
        using var transport = new StubTransport(StubAnswer.Status(503), StubAnswer.Json("""{"ok":true}"""));
        using var client = transport.CreateClient("https://api.test");
        (await client.GetAsync("/a", Token)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.GetStringAsync("/a", Token)).ShouldBe("""{"ok":true}""");
        transport.AnswersLeft.ShouldBe(0);
    }

    [Fact]
    public async Task A_request_is_recorded_with_method_address_headers_and_body()
    {
        using var transport = new StubTransport(StubAnswer.Status(204));
        using var client = transport.CreateClient("https://api.test");
        client.DefaultRequestHeaders.Add("X-Correlation-ID", "c-1");
        await client.PostAsJsonAsync("/platform/list-keys?page=2", new { name = "clé" }, Token);

        var request = transport.LastRequest;
        request.Number.ShouldBe(1);
        request.Method.ShouldBe(HttpMethod.Post);
        request.Uri.ShouldBe(new Uri("https://api.test/platform/list-keys?page=2"));
        request.Path.ShouldBe("/platform/list-keys");
        request.Header("x-correlation-id").ShouldBe("c-1");
        request.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        request.Header("Authorization").ShouldBeNull();
        request.ReadJson().GetProperty("name").GetString().ShouldBe("clé");
    }

    [Fact]
    public void A_synchronous_call_is_recorded_and_answered_alike()
    {
        using var transport = new StubTransport(StubAnswer.Json(201, "{}"));
        using var client = transport.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, "https://api.test/x") { Content = new StringContent("body") };
        using var response = client.Send(request, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.RequestMessage.ShouldBeSameAs(request);
        transport.LastRequest.BodyText.ShouldBe("body");
    }

    [Fact]
    public async Task A_function_answers_what_the_script_does_not()
    {
        using var transport = new StubTransport(request => StubAnswer.Text(request.Path)).Enqueue(StubAnswer.Text("scripted"));
        using var client = transport.CreateClient("https://api.test");
        (await client.GetStringAsync("/one", Token)).ShouldBe("scripted");
        (await client.GetStringAsync("/two", Token)).ShouldBe("/two");
    }

    [Fact]
    public async Task A_request_without_an_answer_fails_and_is_named()
    {
        using var transport = new StubTransport().Enqueue(StubAnswer.Status(200), times: 1);
        using var client = transport.CreateClient("https://api.test");
        await client.GetAsync("/first", Token);
        var failure = await Should.ThrowAsync<UnansweredRequestException>(
            () => client.PostAsync("/second", new StringContent("""{"mpass_token":"hush"}"""), Token));
        failure.Message.ShouldContain("request 2: POST https://api.test/second (22 bytes of body)");
        failure.Message.ShouldNotContain("hush");
        failure.Request.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Parallel_requests_each_take_one_answer()
    {
        using var transport = new StubTransport().Enqueue(StubAnswer.Status(200), times: 64);
        using var client = transport.CreateClient("https://api.test");
        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => client.GetAsync($"/{i}", Token)));
        transport.AnswersLeft.ShouldBe(0);
        transport.Requests.Select(request => request.Number).ShouldBe(Enumerable.Range(1, 64));
    }

    [Fact]
    public void The_last_request_is_missed_while_there_is_none()
    {
        using var transport = new StubTransport();
        Should.Throw<InvalidOperationException>(() => transport.LastRequest);
    }

    [Fact]
    public async Task A_recorded_request_prints_neither_headers_nor_body()
    {
        using var transport = new StubTransport(StubAnswer.Status(200));
        using var client = transport.CreateClient("https://api.test");
        client.DefaultRequestHeaders.Add("Authorization", "Bearer hush");
        await client.PostAsync("/x", new StringContent("hush"), Token);
        transport.LastRequest.ToString().ShouldBe("POST https://api.test/x");
    }
}
