using System.Text;
using Trellis.Server.Akshi.Inference;

namespace Trellis.Server.Akshi.Tests.Inference;

public sealed class ChatDeltaTests
{
    [Theory]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n", "Hi")]
    [InlineData("data:{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\r\n\r\ndata: {\"choices\":[{\"delta\":{\"content\":\"b\"}}]}\r\n\r\n", "ab")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n", "")]
    [InlineData("data: {\"choices\":[]}\n\n", "")]
    [InlineData("data: [DONE]\n\n", "")]
    [InlineData("data: {broken\n\n", "")]
    [InlineData(": comment\n\n", "")]
    public void The_text_of_the_events_is_found_and_nothing_else(string events, string text) =>
        string.Concat(ChatDelta.Read(Encoding.UTF8.GetBytes(events))).ShouldBe(text);
}
