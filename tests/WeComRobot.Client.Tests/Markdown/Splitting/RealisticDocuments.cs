using System;
using System.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>What administrators and pipelines post, each longer than one message.</summary>
internal static class RealisticDocuments
{
    public static TheoryData<string> Names => ["发布说明", "构建日志", "故障报告", "库存", "周报", "配置"];

    public static string Read(string name) => name switch
    {
        "发布说明" => "# 发布说明 2025.6 🎉\n\n> 本次发布请各业务方**周四前**验证，问题请 <@wangqing> 处理。\n" + Repeat(25, i =>
            $"""

            ## {i}. 支付网关

            - 修复 `PAY-{i}`：退款在高并发下**重复入账**（见[工单](https://jira.example.com/browse/PAY-{i})）
              - 影响范围：<font color="warning">全部商户</font>
              - 回滚方式：执行 `Undo-Deployment -Id {i}`
            - 升级 TLS 证书，<font color="info">已完成</font>
            """),
        "构建日志" => "构建 **#4211** 失败：\n```log\n" + Repeat(120, i =>
            $"2025-06-04T12:{i % 60:00}:07.123Z  [{(i % 7 == 0 ? "ERROR" : "INFO")}] src/Contoso.Payments/Refund.cs({i},17): 未将对象引用设置到对象的实例\n")
            + "```\n请 <@zhang_san> 查看。",
        "故障报告" => "# 故障报告\n\n" + Repeat(12, i =>
            $"""
            ## 第 {i} 次告警

            > 值班 A：数据库主从延迟 {i * 10} 秒，正在排查。
            > 值班 B：收到，👩🏽‍💻 在看。
            >
            > 1. 查看复制状态
            >    ```sql
            >    SHOW REPLICA STATUS\G
            >    -- Seconds_Behind_Source: {i * 10}
            >    ```
            > 2. 切换只读流量

            处理后恢复，原因是**慢查询**占满了 I/O。后续：

            1. 增加索引
            2. 限流

            ---

            """),
        "库存" => "# 库存\n\n| 品名 | 仓库 | 数量 | 备注 |\n| :--- | :---: | ---: | --- |\n" + Repeat(150, i =>
            $"| 键盘 {i} | 广州{i % 9}仓 | {i * 37} | {(i % 10 == 0 ? "**缺货**，预计 6 月 8 日到货 🚚" : "—")} |\n") + "\n以上为今日数据。",
        "周报" => Repeat(30, i =>
            $"第{i}周：本周完成了退款服务的重构，接口平均耗时由三百毫秒降到八十毫秒；同时处理了遗留的告警……下周计划：一、压测；二、灰度发布。"
            + "大家还有什么问题？没有的话就按计划进行！" + (i % 5 == 0 ? "\n\n" : "\n")),
        "配置" => "下面是新的配置，**请勿**直接在生产环境使用：\n\n```json\n{\n" + Repeat(90, i =>
            $"  \"service-{i}\": {{ \"endpoint\": \"https://svc{i}.example.com/api/v2\", \"timeout\": {i}, \"说明\": \"第 {i} 个服务\" }},\n")
            + "  \"last\": null\n}\n```\n",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(1, count).Select(text));
}
