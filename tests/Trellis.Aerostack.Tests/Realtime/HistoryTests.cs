namespace Trellis.Aerostack.Tests.Realtime;

/// <summary>Contract section 7.6.</summary>
public sealed class HistoryTests
{
    [Fact]
    public async Task History_is_asked_for_beside_the_api_with_both_credentials()
    {
        using var aerostack = new AerostackFixture(
            options => (options.ProjectId, options.UserToken) = ("p1", "aa.bb.cc"),
            Golden.Ok("""{"messages":[{"id":"m","room_id":"chat/7/p1","user_id":null,"event":"message","data":{"text":"hi"},"created_at":1767225600000}]}"""));
        var messages = await aerostack.Client.Realtime.GetHistoryAsync("chat/7", 20, "1767225600001");
        aerostack.Transport.LastRequest.Uri.ToString().ShouldBe(
            "https://api.aerostack.test/api/v1/public/realtime/history?room=chat%2F7%2Fp1&limit=20&before=1767225600001");
        aerostack.Transport.LastRequest.Method.ShouldBe(HttpMethod.Get);
        aerostack.Transport.LastRequest.Header("X-Aerostack-Key").ShouldBe(AerostackFixture.Key);
        aerostack.Transport.LastRequest.Header("Authorization").ShouldBe("Bearer aa.bb.cc");
        messages.ShouldHaveSingleItem().CreatedAt.ShouldBe(1767225600000);
        messages[0].Data.GetProperty("text").GetString().ShouldBe("hi");
        messages[0].UserId.ShouldBeNull();
    }

    [Fact]
    public void Without_messages_there_are_none_and_they_may_stand_under_another_name()
    {
        using var aerostack = new AerostackFixture(Golden.Ok(), Golden.Ok("""{"data":[{"id":"m","event":"e","data":"{}"}]}"""));
        aerostack.Client.Realtime.GetHistory("t").ShouldBeEmpty();
        aerostack.Transport.LastRequest.Uri.Query.ShouldBe("?room=t&limit=50");
        aerostack.Transport.LastRequest.Header("Authorization").ShouldBeNull();
        aerostack.Client.Realtime.GetHistory("t").ShouldHaveSingleItem().Event.ShouldBe("e");
    }
}
