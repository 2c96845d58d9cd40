package org.muniment.server.demo;

import java.time.ZoneId;
import java.util.List;

/** Whom the example trades with. */
final class Partners {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final List<Party> ALL = List.of(
            western("Ingrid Solberg", "ingrid.solberg@nordwind-freight.example", "Nordwind Freight", "Europe/Oslo"),
            western("Dieter Krause", "krause@hafen-soehne.example", "Hafen & Söhne Spedition", "Europe/Berlin"),
            western("Grace Okafor", "grace@bellweather.example", "Bellweather Retail", "Europe/London"),
            western("Judith Roth", "j.roth@tannenberg-roth.example", "Tannenberg & Roth", "Europe/Vienna"),
            western("Rui Tavares", "rui.tavares@costa-verde.example", "Costa Verde Foods", "Europe/Lisbon"),
            western("Alan Whitby", "claims@kestrel-insurance.example", "Kestrel Insurance", "Europe/London"),
            western("Sabine Thiel", "sabine.thiel@rheinbank.example", "Rheinbank", "Europe/Berlin"),
            western("Noémie Caron", "n.caron@atelier-caron.example", "Atelier Caron", "Europe/Paris"),
            chinese("Li Nan", "李楠", "linan@yangtze-ceramics.example", "长江陶瓷有限公司"),
            chinese("Wu Yan", "吴砚", "wuyan@haixing.example", "海星电子有限公司"),
            chinese("Zheng Yun", "郑云", "zheng@jinqiao-textile.example", "金桥纺织有限公司"),
            chinese("Ma Tao", "马涛", "matao@yuanyang-logistics.example", "远洋物流公司"),
            chinese("Gao Yue", "高悦", "gaoyue@nanshan-law.example", "南山律师事务所"));

    private Partners() {}

    private static Party western(String name, String address, String company, String zone) {
        return new Party(name, null, address, company, ZoneId.of(zone));
    }

    private static Party chinese(String name, String chineseName, String address, String company) {
        return new Party(name, chineseName, address, company, SHANGHAI);
    }
}
