using System.Text;

namespace Trellis.Tests.Streaming;

public sealed class SseReaderTests
{
    [Fact]
    public async Task Events_arrive_as_they_are_complete()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("data: a\n\ndata: b\n\n"));
        var seen = new List<string>();
        await foreach (var item in SseReader.ReadAsync(body.ReadAsync, 1000))
        {
            seen.Add(item.Data);
        }

        seen.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_reader_that_is_cancelled_is_given_nothing_more_though_it_is_there()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("data: a\n\ndata: b\n\n"));
        using var cancel = new CancellationTokenSource();
        await using var events = SseReader.ReadAsync(body.ReadAsync, 1000, cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        (await events.MoveNextAsync()).ShouldBeTrue();
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await events.MoveNextAsync());
    }
}
