using FsCheck;
using FsCheck.Fluent;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Tests.Resp;

/// <summary>Any value a server may answer with, for property tests.</summary>
internal static class RespValues
{
    public static Arbitrary<RespValue> Any { get; } = Arb.From(Gen.Sized(size => Value(Math.Min(size, 40))));

    public static Arbitrary<byte[]> Bytes { get; } = Arb.From(Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)));

    private static Gen<byte[]> LineText { get; } =
        Gen.ArrayOf(Gen.Choose(0x20, 0x7e).Select(value => (byte)value));

    private static Gen<RespValue> Leaf { get; } = Gen.OneOf(
        Gen.Constant(RespValue.Null),
        ArbMap.Default.GeneratorFor<bool>().Select(RespValue.Boolean),
        ArbMap.Default.GeneratorFor<long>().Select(RespValue.Integer),
        Bytes.Generator.Select(bytes => RespValue.Text(RespKind.BulkString, bytes)),
        Bytes.Generator.Select(bytes => RespValue.Text(RespKind.VerbatimString, bytes)),
        Bytes.Generator.Select(bytes => RespValue.Text(RespKind.Error, bytes.Append((byte)'\r').ToArray())),
        LineText.Select(text => RespValue.Text(RespKind.SimpleString, text)),
        LineText.Select(text => RespValue.Text(RespKind.Error, text)),
        LineText.Select(text => RespValue.Text(RespKind.Double, text)),
        LineText.Select(text => RespValue.Text(RespKind.BigNumber, text)));

    private static Gen<RespValue> Value(int size) => size < 2
        ? Leaf
        : Gen.OneOf(Leaf, Members(RespKind.Array, size), Members(RespKind.Set, size), Members(RespKind.Map, size));

    private static Gen<RespValue> Members(RespKind kind, int size) =>
        from count in Gen.Choose(0, 4)
        from items in Gen.ArrayOf(Value(size / 3), kind == RespKind.Map ? count * 2 : count)
        select RespValue.Aggregate(kind, items);
}
