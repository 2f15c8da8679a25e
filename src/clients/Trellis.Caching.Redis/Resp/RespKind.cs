namespace Trellis.Caching.Redis.Resp;

/// <summary>The types of RESP2 and RESP3 (https://redis.io/docs/latest/develop/reference/protocol-spec/).</summary>
internal enum RespKind
{
    Null,
    SimpleString,
    Error,
    Integer,
    BulkString,
    Boolean,
    Double,
    BigNumber,
    VerbatimString,
    Array,
    Map,
    Set,
    Push,
}
