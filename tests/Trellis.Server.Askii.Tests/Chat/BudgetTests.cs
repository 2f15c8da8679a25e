using Trellis.Server.Askii.Tests.Errors;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Chat;

public sealed class BudgetTests : ServerTest
{
    [Fact]
    public async Task A_chat_within_the_budget_is_answered_and_frees_what_it_did_not_use()
    {
        var key = await Ada.KeyAsync(new() { ["max_budget"] = 1 });

        (await ChatAsync(key)).ShouldBeOk();

        (await Server.ReservationsAsync()).ShouldBe(0);
        (await Server.SpendAsync()).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_chat_that_could_exceed_the_budget_is_refused(bool stream)
    {
        var key = await Ada.KeyAsync(new() { ["max_budget"] = 0.00001 });

        var answer = await ChatAsync(key, stream);

        answer.ShouldBeOpenAiError(429, "insufficient_quota", "insufficient_quota");
        answer.Headers.GetValues("x-should-retry").ShouldBe(["false"]);
        (await Server.SpendAsync()).ShouldBe(0);
        (await Server.ReservationsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_budget_of_nothing_buys_nothing() =>
        (await ChatAsync(await Ada.KeyAsync(new() { ["max_budget"] = 0 }))).Status.ShouldBe(429);

    [Fact]
    public async Task What_was_spent_counts()
    {
        // A chat costs 11 micro-dollars and reserves 133: one for each byte of its body and two for each token it may get.
        var key = await Ada.KeyAsync(new() { ["max_budget"] = 0.00014 });

        (await ChatAsync(key)).ShouldBeOk();

        (await ChatAsync(key)).Status.ShouldBe(429);
    }

    [Fact]
    public async Task A_key_without_a_budget_reserves_nothing()
    {
        await ChatAsync(await Ada.KeyAsync());

        (await Server.EventsAsync()).ShouldBe(["api_key_provisioned", "chat_completed"]);
        (await Server.SpendAsync()).ShouldBe(11_000);
    }

    [Fact]
    public async Task Many_chats_at_once_never_exceed_the_budget()
    {
        var key = await Ada.KeyAsync(new() { ["max_budget"] = 0.001 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(number => ChatAsync(key, stream: number % 2 == 0)));

        var answered = answers.Count(static answer => answer.Status == 200);
        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 429);
        answered.ShouldBeInRange(1, 149);
        (await Server.SpendAsync()).ShouldBe(answered * 11_000L);
        (await Server.SpendAsync()).ShouldBeLessThanOrEqualTo(1_000_000);
        (await Server.ReservationsAsync()).ShouldBe(0);
    }

    private Task<Answer> ChatAsync(string key, bool stream = false) =>
        Server.SendAsync(HttpMethod.Post, ChatBody.Path, key, ChatBody.Of("one two", stream: stream));
}
