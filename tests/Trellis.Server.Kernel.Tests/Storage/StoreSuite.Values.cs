using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("'; DROP TABLE items; --")]
    [InlineData("$1 @p0 ?1 :a {0} \\ % _ \" ` \r\n\t")]
    [InlineData("żółć 日本語 👩‍🚀 e\u0301 \u200f")]
    public async Task Text_comes_back_unchanged(string text)
    {
        await InsertAsync("a", text);

        (await BodyAsync("a")).ShouldBe(text);
    }

    [Fact]
    public async Task Any_storable_text_comes_back_unchanged_and_any_other_is_refused()
    {
        var texts = ArbMap.Default.GeneratorFor<string?>().Sample(200, 60).Concat([null, "\0", "a\0b", "\ud800", "\udc00\ud800", "x\ud83d"]);
        var number = 0;
        foreach (var text in texts)
        {
            var id = $"text-{number++}";
            if (StorableText.IsValid(text))
            {
                await InsertAsync(id, text);
                (await BodyAsync(id)).ShouldBe(text);
            }
            else
            {
                await Should.ThrowAsync<ArgumentException>(async () => await InsertAsync(id, text));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\": \"żółć 日本語 👩‍🚀\"}")]
    public async Task Text_in_UTF_8_is_text_and_comes_back_unchanged(string text)
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id, body) VALUES ('a', {Utf8Text.Of(text)})"), Cancellation);

        (await BodyAsync("a")).ShouldBe(text);
        var read = await Store.ReadAsync(
            session => session.QueryFirstOrDefaultAsync($"SELECT body FROM items WHERE id = 'a'", static row => row.Utf8(0)), Cancellation);
        read.ToString().ShouldBe(text);
    }

    [Fact]
    public async Task A_number_is_no_text_in_UTF_8() =>
        await Should.ThrowAsync<InvalidCastException>(async () => await RoundTripAsync(
            $"INSERT INTO items (id, amount) VALUES ('a', 1)", "amount", row => row.Utf8(0).ToString()));

    [Theory]
    [InlineData(new byte[] { 0x61, 0x00 })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    public void Bytes_that_not_every_engine_stores_as_text_are_refused(byte[] bytes) =>
        Should.Throw<ArgumentException>(() => new Utf8Text(bytes));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(9007199254740993)]
    public async Task Integers_come_back_unchanged(long value) =>
        (await RoundTripAsync($"INSERT INTO items (id, amount) VALUES ('a', {value})", "amount", row => row.Integer(0))).ShouldBe(value);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(-1e-300)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(3.0)]
    public async Task Real_numbers_come_back_unchanged(double value) =>
        (await RoundTripAsync($"INSERT INTO items (id, ratio) VALUES ('a', {value})", "ratio", row => row.Real(0))).ShouldBe(value);

    [Fact]
    public void NaN_is_refused() =>
        Should.Throw<ArgumentException>(() => Store.WriteAsync(session => session.ExecuteAsync($"UPDATE items SET ratio = {double.NaN}")).AsTask());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4 << 20)]
    public async Task Bytes_come_back_unchanged(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);

        (await RoundTripAsync($"INSERT INTO items (id, raw) VALUES ('a', {bytes})", "raw", row => row.Bytes(0))).ShouldBe(bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Booleans_come_back_unchanged(bool value) =>
        (await RoundTripAsync($"INSERT INTO items (id, flag) VALUES ('a', {value})", "flag", row => row.Boolean(0))).ShouldBe(value);

    [Fact]
    public async Task Times_come_back_to_the_microsecond_and_in_utc()
    {
        var time = new DateTimeOffset(2031, 2, 3, 4, 5, 6, 7, 8, TimeSpan.FromHours(5));

        var read = await RoundTripAsync($"INSERT INTO items (id, at) VALUES ('a', {time})", "at", row => row.Time(0));

        read.ShouldBe(time);
        read.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Times_before_1970_come_back()
    {
        var time = new DateTimeOffset(1815, 12, 10, 1, 2, 3, TimeSpan.Zero);

        (await RoundTripAsync($"INSERT INTO items (id, at) VALUES ('a', {time})", "at", row => row.Time(0))).ShouldBe(time);
    }

    [Fact]
    public async Task Every_type_has_a_null()
    {
        await Store.WriteAsync(
            session => session.ExecuteAsync(
                $"""
                 INSERT INTO items (id, body, amount, ratio, raw, flag, at)
                 VALUES ('a', {(string?)null}, {(long?)null}, {(double?)null}, {(byte[]?)null}, {(bool?)null}, {(DateTimeOffset?)null})
                 """),
            Cancellation);

        var row = await Store.ReadAsync(
            session => session.QueryFirstOrDefaultAsync(
                $"SELECT body, amount, ratio, raw, flag, at FROM items",
                row => (row.TextOrNull(0), row.IntegerOrNull(1), row.RealOrNull(2), row.BytesOrNull(3), row.BooleanOrNull(4), row.TimeOrNull(5), row.IsNull(0))),
            Cancellation);

        row.ShouldBe((null, null, null, null, null, null, true));
    }

    [Fact]
    public async Task A_null_and_a_value_fit_the_same_statement()
    {
        foreach (var (id, body) in new[] { ("a", null), ("b", "text"), ("c", null) })
            await InsertAsync(id, body);

        var bodies = await Store.ReadAsync(
            session => session.QueryAsync($"SELECT body FROM items ORDER BY id", row => row.TextOrNull(0)), Cancellation);

        bodies.ShouldBe([null, "text", null]);
    }

    private async Task<T?> RoundTripAsync<T>(SqlStatement insert, string column, Func<SqlRow, T> map)
    {
        await Store.WriteAsync(session => session.ExecuteAsync(insert), Cancellation);
        return await Store.ReadAsync(
            session => session.QueryFirstOrDefaultAsync($"SELECT {new SqlFragment(column)} FROM items WHERE id = 'a'", map), Cancellation);
    }
}
