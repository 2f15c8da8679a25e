using System.Net;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Chat;

namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>What one chat costs, and how many of them a budget allows when nothing is reserved. Measured, not assumed.</summary>
/// <param name="Cost">What one chat costs, in US dollars.</param>
/// <param name="Budget">The budget of the keys that all writers share, in US dollars.</param>
/// <param name="Capacity">How many chats that budget allows, one after the other.</param>
internal sealed record ChatTariff(decimal Cost, decimal Budget, int Capacity)
{
    private const int Affordable = 56;

    public static async Task<ChatTariff> MeasureAsync(AskiiClient askii, ChatCaller chat)
    {
        var cost = await CostAsync(askii, chat);
        var budget = cost * Affordable;
        var key = await askii.Keys.ProvisionAsync(new() { KeyAlias = "capacity", MaxBudget = budget });
        return new ChatTariff(cost, budget, await UseUpAsync(chat, key.ApiKey));
    }

    /// <summary>Chats until the budget is used up.</summary>
    /// <returns>How many chats were answered.</returns>
    public static async Task<int> UseUpAsync(ChatCaller chat, Secret key)
    {
        for (var answered = 0; ; answered++)
        {
            using var answer = await chat.AskAsync(key, ChatBodies.Ask());
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return answered;
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    /// <summary>How many chats a key has paid for.</summary>
    public long Chats(double spend)
    {
        var chats = Math.Round((decimal)spend, 9) / Cost;
        chats.ShouldBe(decimal.Truncate(chats), $"{spend} US dollars are not a whole number of chats at {Cost}.");
        return (long)chats;
    }

    private static async Task<decimal> CostAsync(AskiiClient askii, ChatCaller chat)
    {
        var key = await askii.Keys.ProvisionAsync(new() { KeyAlias = "cost" });
        using var answer = await chat.AskAsync(key.ApiKey, ChatBodies.Ask());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var spend = (await askii.Keys.ListAsync()).Keys.Single(listed => listed.KeyName == key.KeyName).Spend;
        spend.ShouldBeGreaterThan(0);
        return Math.Round((decimal)spend, 9);
    }
}
