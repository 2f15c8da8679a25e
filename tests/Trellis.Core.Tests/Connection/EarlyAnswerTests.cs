using System.Text;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

/// <summary>A response may arrive before the request's body was sent; the body's memory then must not be lent to another call.</summary>
public sealed class EarlyAnswerTests
{
    private const int BodySize = 4_000_000;
    private const string TooLarge = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    [Theory]
    [BothForms]
    public async Task An_answer_that_comes_before_the_body_was_read_is_the_answer_or_a_broken_exchange(Form form)
    {
        using var server = new RawServer((stream, _) =>
        {
            RawServer.ReadHead(stream);
            stream.Write(Encoding.ASCII.GetBytes(TooLarge));
        });
        using var client = new LoopbackClient(server.Url);
        var failure = (await client.FailAsync(form, body: LoopbackClient.Body(new string('x', BodySize)))).Failure;
        failure.Kind.ShouldBeOneOf(FailureKind.Status, FailureKind.Transport);
    }

    [Fact]
    public async Task No_call_ever_sends_the_memory_of_another()
    {
        var strange = 0;
        using var server = new RawServer((stream, _) =>
        {
            var head = RawServer.ReadHead(stream)!;
            var letter = (byte)head["POST /".Length];
            stream.Write(Encoding.ASCII.GetBytes(TooLarge));
            var received = new byte[64 * 1024];
            var rest = "{\"text\":\"".Length;
            for (var read = stream.Read(received); read > 0; read = stream.Read(received))
            {
                var letters = received.AsSpan(Math.Min(rest, read), read - Math.Min(rest, read));
                rest = Math.Max(0, rest - read);
                if (letters.TrimEnd("\"}"u8).ContainsAnyExcept(letter))
                {
                    Interlocked.Increment(ref strange);
                }
            }
        });
        using var client = new LoopbackClient(server.Url);
        await Parallel.ForEachAsync(Enumerable.Range(0, 120), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (number, _) =>
        {
            var letter = (char)('a' + (number % 26));
            await Should.ThrowAsync<LoopbackException>(
                () => client.CallAsync(Form.Asynchronous, $"/{letter}", LoopbackClient.Body(new string(letter, BodySize))));
        });
        strange.ShouldBe(0);
    }
}
